export { ImportsModule } from './imports.module.js';
export {
  inspectWorkbook,
  isSound,
  type ImportKind,
  readRows,
  recognise,
  type SoundRow,
  type SoundValues,
} from './workbooks/index.js';
