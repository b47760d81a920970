export const PRESUMED_TIME = {
  zh: '未载明发生时间，推定与发现同日',
  en: 'no time of occurrence is given; presumed to be the day of discovery',
};
