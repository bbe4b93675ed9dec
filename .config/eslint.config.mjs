import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ban = (selector, message) => ({ selector, message });

/** Things that look harmless and are not; each says what to do instead. */
const BANS = [
  ban(
    "Decorator[expression.callee.name='InjectRepository']",
    'A repository injected this way stays outside the transaction: use Database.',
  ),
  ban("Decorator[expression.callee.name='InjectDataSource']", 'One door to PostgreSQL: use Database.'),
  ban("CallExpression[callee.name='forwardRef']", 'A cycle between rooms: announce upward through the outbox.'),
  ban("MemberExpression[object.name='process'][property.name='env']", 'Read settings in src/platform/config.'),
];
const CLOCK = [
  ban("NewExpression[callee.name='Date'][arguments.length=0]", 'Ask the injected Clock.'),
  ban("CallExpression[callee.name='Date']", 'Ask the injected Clock.'),
  ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Ask the injected Clock.'),
];
const PURE = [
  ban('AwaitExpression', 'Rules are synchronous: load the facts first.'),
  ban('ThrowStatement', 'Rules return their refusals; services throw.'),
  ban("NewExpression[callee.name='Date']", 'Rules take plain dates.'),
  ban("CallExpression[callee.name='Date'], MemberExpression[object.name='Date']", 'Rules take plain dates.'),
  ban(
    "MemberExpression[object.name='Math'][property.name='random']",
    'Rules give the same answer each time: take it as a fact.',
  ),
];
const NO_DEFAULT = ban('ExportDefaultDeclaration', 'Named exports only.');
const QUEUE = { name: 'bullmq', message: 'Only src/platform/queue talks to BullMQ; announce through the outbox.' };
const DATA_SOURCE = {
  name: 'typeorm',
  importNames: ['DataSource', 'EntityManager', 'QueryRunner'],
  message: 'Its writes stay outside the transaction: use Database of src/platform/database.',
};
/** Constructors may take more than functions: each parameter there has a name and a type of its own. */
const TOO_MANY = ban(
  ":matches(FunctionDeclaration, ArrowFunctionExpression, MethodDefinition[kind!='constructor'] > FunctionExpression)[params.length>5]",
  'More than five parameters: pass one object with names.',
);

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/web/api/schema.d.ts'] },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // The tests' program holds the server's sources too: read once, not twice.
        project: ['test/tsconfig.json', 'src/web/tsconfig.json'],
        tsconfigRootDir: process.cwd(),
      },
    },
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      // DTOs and views are classes for the contract's sake only; everywhere else they are plain shapes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', ...BANS, ...CLOCK, NO_DEFAULT, TOO_MANY],
      'no-restricted-imports': ['error', { paths: [QUEUE, DATA_SOURCE] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 8],
    },
  },
  {
    files: ['src/modules/*/rules/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...BANS, ...CLOCK, ...PURE, NO_DEFAULT, TOO_MANY] },
  },
  {
    files: ['src/platform/clock/**', 'src/web/**'],
    rules: { 'no-restricted-syntax': ['error', ...BANS, NO_DEFAULT, TOO_MANY] },
  },
  {
    files: ['src/platform/config/**', 'src/platform/database/embedded/**'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT, TOO_MANY] },
  },
  // Settings are not read here, but the server's own environment is made here; an unknown code falls through to default.
  { files: ['src/platform/database/embedded/**'], rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' } },
  {
    files: ['src/platform/database/**', 'src/roles/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [QUEUE] }] },
  },
  { files: ['src/platform/queue/**'], rules: { 'no-restricted-imports': ['error', { paths: [DATA_SOURCE] }] } },
  { files: ['test/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['**/*.controller.ts', '**/*.dto.ts', '**/*.service.ts', '**/*.module.ts', '**/*.view.ts'],
    // Decorators need the class itself where the type checker would be content with its type.
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }] },
  },
  {
    files: ['**/*.messages.ts', 'src/platform/database/migrations/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['src/web/**/*.tsx', 'src/web/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  { files: ['src/web/vite.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
);
