/** An instant of Asia/Shanghai as people read it in a table: no offset, and no seconds where there are none. */
export const whenText = (instant: string): string => instant.slice(0, 19).replace('T', ' ').replace(/:00$/, '');
