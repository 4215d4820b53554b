import { Module } from '@nestjs/common';
import { AbsenceController } from './absence.controller.js';
import { AbsenceService } from './absence.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PersonLifeService } from './person-life.service.js';

@Module({
  controllers: [AbsenceController, PeopleController],
  providers: [AbsenceService, PeopleService, PersonLifeService],
})
export class PeopleModule {}
