export const PARTY = Object.freeze({ zh: '当事人', en: 'party concerned' });
