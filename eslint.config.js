/** Lint rules of www: text reaches the page as text nodes only, and nothing is evaluated. */

const FORBIDDEN_PROPERTIES = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'createContextualFragment', 'parseFromString', 'setHTMLUnsafe'];

const TEXT_ONLY = [
  ...FORBIDDEN_PROPERTIES.map((name) => ({
    selector: `MemberExpression[property.name='${name}'], MemberExpression[property.value='${name}']`,
    message: `${name} makes markup of text; build text nodes.`,
  })),
  {
    selector: "MemberExpression[object.name='document'][property.name=/^write(ln)?$/]",
    message: 'document.write makes markup of text.',
  },
  {
    selector: "CallExpression[callee.property.name=/^setAttribute(NS)?$/] > Literal.arguments[value=/^(on|style$|srcdoc$)/i]",
    message: 'Attributes do not run or style; use listeners, classes and the style sheet.',
  },
  {
    selector: "CallExpression[callee.name=/^set(Timeout|Interval)$/] > Literal.arguments:first-child",
    message: 'Timers take functions.',
  },
];

export default [
  { ignores: ['www/pkg/**', 'target/**', 'dist/**', '**/*.d.ts'] },
  {
    files: ['www/**/*.js', 'tests/**/*.{js,mjs}', 'xtask/**/*.mjs', '*.js'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-unused-vars': ['error', { args: 'after-used' }],
      'no-restricted-syntax': ['error', ...TEXT_ONLY],
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: 'error',
    },
  },
];
