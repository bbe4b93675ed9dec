import { ApiProperty } from '@nestjs/swagger';

export class TrainingCourse {
  id: string;
  code: string;
  title: string;
}

/** One class that an official studies or studied in. */
export class TrainingView {
  id: string;
  course: TrainingCourse;
  programName: string;
  @ApiProperty({ enum: ['running', 'completed'] })
  state: 'running' | 'completed';
  startsOn: string;
  endsOn: string;
  /** Null while it runs. */
  @ApiProperty({ enum: ['completed', 'not-completed'], nullable: true })
  result: 'completed' | 'not-completed' | null;
}

export class OfficialTraining {
  items: TrainingView[];
}
