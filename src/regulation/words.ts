/**
 * Data as JSON with its words, Chinese and English, taken out and put one after the other: like compresses best with
 * like.
 */
export interface Packed {
  /** Where a word was stands an empty string. */
  readonly structure: string;
  /** One a line, in the order of the data. */
  readonly zh: string;
  readonly en: string;
}

/** The data again, of the type that went in. */
export function unpacked<T extends object>({ structure, zh, en }: Packed): T {
  // Walked with what costs least the first time: this runs whenever a program starts.
  const [inChinese, inEnglish] = [zh.split('\n'), en.split('\n')];
  let [c, e] = [0, 0];
  const fill = (part: { [key: string]: unknown }) => {
    for (const key in part) {
      const value = part[key];
      if (value === '') part[key] = key === 'en' ? inEnglish[e++] : inChinese[c++];
      else if (typeof value === 'object') fill(value as typeof part);
    }
  };
  const data = JSON.parse(structure);
  fill(data);
  return data;
}
