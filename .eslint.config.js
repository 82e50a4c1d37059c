import lit from 'eslint-plugin-lit'
import litA11y from 'eslint-plugin-lit-a11y'
import wc from 'eslint-plugin-wc'
import tseslint from 'typescript-eslint'

/** Biome formats and lints plain TypeScript, Oxlint judges promises by their types, and ESLint reads Lit templates. */
export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'coverage/'] },
  {
    files: ['{widget,admin}/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['{widget,admin}/**/*.ts'],
    ...wc.configs['flat/recommended'],
  },
  {
    files: ['{widget,admin}/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
)
