// What the typefaces of Chinese documents are called, in the programs that people write and print with.
export const TYPEFACE = {
  title: '方正小标宋简体',
  song: '宋体',
  fangsong: '仿宋',
  fangsongOfStandard: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体',
} as const;
