export { DECISION_RULES, type DecisionFinding, DecisionsAudit } from './decisions.audit.js';
export { DecisionsModule } from './decisions.module.js';
export { DecisionsService } from './decisions.service.js';
