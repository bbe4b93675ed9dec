export { SoundnessModule } from './soundness.module.js';
export { SoundnessService } from './soundness.service.js';
