export { ImportsModule } from './imports.module.js';
export {
  inspectWorkbook,
  isSound,
  type ImportKind,
  readRows,
  type SoundRow,
  type SoundValues,
} from './workbooks/index.js';
