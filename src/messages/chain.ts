export const PARTY = { zh: '当事人', en: 'party concerned' };
