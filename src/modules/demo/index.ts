export { DemoModule } from './demo.module.js';
export { FirstStart, type Prepared } from './first-start.js';
export { DEMO_PASSWORD } from './pilot.js';
