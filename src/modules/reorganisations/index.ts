export { ReorganisationsModule } from './reorganisations.module.js';
