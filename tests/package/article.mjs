/** An article of two sentences and one figure. */
export const ARTICLE = '松原湾市今年新建公园，总投资9.6亿元。\n松原湾市园林局局长叶望舒表示，市民出门十分钟就能走进一片绿地。';
