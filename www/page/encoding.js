/** Reads the bytes of a text file: the encoding is told by its mark, else by what the bytes allow and how it reads. */

/** @type {[label: string, mark: number[]][]} */
const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What a reader can switch to. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** How many bytes are looked at for the zero bytes that ASCII leaves in UTF-16, and for common characters. */
const PROBE = 4096;
const SAMPLE = 65_536;

/**
 * The characters that make up a quarter of any Chinese text, in both scripts, with the marks between them. Bytes of one
 * of the two legacy encodings read in the other give rare characters instead.
 */
const COMMON = new Set('的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地於于出就分對对成會会可主發发年動动同工也能下過过子說说產产種种面而方後后多定行學学法所民得經经十三之進进着等部度家電电力裡里如水化高自二理起小物現现實实加量都兩两體体制機机當当使點点從从業业本去把性好應应開开它合還还因由其些然前外天政四日那社義义事平形相全表間间樣样與与關关各重新線线內内數数正心反你明看原又麼么利比或但質质氣气第向道命此變变條条只沒没結结解問问意建月公無无系軍军很情者最立代想已通並并提直題题黨党程展五果料象員员革位入常文總总次品式活設设及管特件長长求老頭头基資资邊边流路級级少圖图山統统接知較较將将組组見见計计別别她手角期根論论運运農农指幾几九區区強强放決决西被幹干做必戰战先回則则任取據据處处隊队南給给色光門门即保治北造百規规熱热領领七海口東东導导器壓压志世金增爭争濟济階阶油思術术極极交受聯联什認认六共權权收證证改清己美再採采轉转更單单風风切打白教速花帶带安場场身車车例真務务具萬万每目至達达走積积示議议聲声報报斗完類类八離离華华名確确才科張张信馬马節节話话米整空元況况今集溫温傳传土許许步群廣广石記记需段研界拉林律叫且究觀观越織织裝装影算低持音眾众書书布复容兒儿須须際际商非驗验連连斷断深難难近礦矿千週周委素技備备半辦办青省列習习響响約约支般史感勞劳便團团往酸歷历市克何除消構构府稱称太準准精值號号率族維维劃划選选標标寫写存候毛親亲快效斯院查江型眼王按格養养易置派層层片始卻却專专狀状育廠厂京識识適适屬属圓圆包火住調调滿满縣县局照參参紅红細细引聽听該该铁價价嚴严，。、“”「」：；（）');

/**
 * @param {Uint8Array} bytes
 * @returns {{ text: string, encoding: string }}
 */
export function decodeText(bytes) {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.[0] ?? unmarkedUtf16(bytes) ?? validEncoding(bytes);
  return { text: decodeAs(bytes, encoding), encoding };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding One of ENCODINGS.
 */
export function decodeAs(bytes, encoding) {
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Line ends and digits of UTF-16 hold a zero byte, which no other encoding of text does.
 *
 * @param {Uint8Array} bytes
 */
function unmarkedUtf16(bytes) {
  const probe = bytes.subarray(0, PROBE);
  const first = probe.indexOf(0);
  if (first < 0) return null;
  return first % 2 === 0 ? 'utf-16be' : 'utf-16le';
}

/** @param {Uint8Array} bytes */
function validEncoding(bytes) {
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  const legacy = ['gb18030', 'big5'].filter((encoding) => isValid(bytes, encoding));
  const [best] = legacy
    .map((encoding) => ({ encoding, share: commonShare(decodeAs(bytes.subarray(0, SAMPLE), encoding)) }))
    .sort((a, b) => b.share - a.share);
  return best?.encoding ?? 'utf-8';
}

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding
 */
function isValid(bytes, encoding) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text @returns {number} Of the characters beyond ASCII, the share that is common. */
function commonShare(text) {
  let all = 0;
  let common = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    all += 1;
    if (COMMON.has(character)) common += 1;
  }
  return all === 0 ? 0 : common / all;
}
