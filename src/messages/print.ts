import type { Lang } from '../language.js';

// As offices print in each language: A4, the margins, sizes and typefaces of official documents in Chinese; plain serif in English.
const TABLES = [
  'td,th{border:1px solid #000;padding:2pt 4pt;text-align:left;text-indent:0;vertical-align:top}th{white-space:nowrap}tr{break-inside:avoid}',
  'h2,h3,p:has(+ul),p:has(+ol),p:has(+table),main>p:nth-last-child(-n+3):not(:last-child){break-after:avoid}',
].join('');

export const PRINT: Record<Lang, string> = {
  zh: [
    '@page{size:A4;margin:37mm 26mm 35mm 28mm}',
    // The number at the outer edge, one character in.
    '@page:right{@bottom-right{content:"— " counter(page) " —";font:14pt SimSun,serif;padding-right:1em}}',
    '@page:left{@bottom-left{content:"— " counter(page) " —";font:14pt SimSun,serif;padding-left:1em}}',
    'body{font:16pt/28pt FangSong,STFangsong,"仿宋_GB2312","Noto Serif CJK SC",serif;margin:0}main{max-width:156mm;margin:0 auto}',
    'h1{font:22pt/32pt "方正小标宋简体",STZhongsong,SimSun,"Noto Serif CJK SC",serif;text-align:center;margin:0 0 28pt}',
    'h2{font:16pt/28pt SimHei,"Noto Sans CJK SC",sans-serif;margin:0}h3{font:16pt/28pt KaiTi,STKaiti,serif;margin:0}',
    'h2,h3,p,li{text-indent:2em}p{margin:0;text-align:justify}ul,ol{margin:0;padding:0;list-style-position:inside}ul{list-style-type:none}ul ul{padding-left:2em}',
    'table{border-collapse:collapse;width:100%;font-size:12pt;line-height:18pt;margin:6pt 0}',
    TABLES,
  ].join(''),
  en: [
    '@page{size:A4;margin:25mm;@bottom-center{content:counter(page);font:10pt "Times New Roman",serif}}',
    'body{font:11pt/1.45 "Times New Roman",Times,"Noto Serif CJK SC",serif;margin:0}main{max-width:160mm;margin:0 auto}',
    'h1{font-size:18pt;text-align:center}h2{font-size:13pt;margin:16pt 0 4pt}h3{font-size:11pt;margin:8pt 0 2pt}p{margin:4pt 0}',
    'ul,ol{margin:0;padding-left:1.5em}table{border-collapse:collapse;width:100%;font-size:10pt;margin:6pt 0}',
    TABLES,
  ].join(''),
};
