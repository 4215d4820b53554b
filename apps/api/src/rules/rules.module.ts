import { Module } from '@nestjs/common';
import { LadderController } from './ladder.controller.js';
import { LadderService } from './ladder.service.js';
import { RuleDraftController } from './rule-draft.controller.js';
import { RuleDraftService } from './rule-draft.service.js';
import { RuleEditService } from './rule-edit.service.js';
import { RuleSimulation } from './rule-simulation.js';
import { RulesController } from './rules.controller.js';
import { RulesService } from './rules.service.js';

@Module({
  controllers: [LadderController, RuleDraftController, RulesController],
  providers: [LadderService, RuleDraftService, RuleEditService, RuleSimulation, RulesService],
})
export class RulesModule {}
