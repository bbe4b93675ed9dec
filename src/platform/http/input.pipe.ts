import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { type FieldError, InvalidInput } from './domain-error.js';

/** Checks every body and query against its DTO; a field nobody asked for is an error too. */
export function inputPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    // The rule's numbers are read from the class it was declared on.
    validationError: { target: true },
    exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => fieldErrors(error))),
  });
}

/** One entry per broken rule, children after their parent, e.g. `allocations.2.places`. */
function fieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.keys(error.constraints ?? {}).map((rule) => ({ path, rule, facts: ruleFacts(error, rule) }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
}

/** The numbers a rule was declared with (`@Max(200)`), by position, so that its text can say them. */
function ruleFacts(error: ValidationError, rule: string): Record<string, unknown> {
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(error.target?.constructor ?? Object, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && (metadata.name ?? metadata.type) === rule);
  const values: unknown[] = declared?.constraints ?? [];
  return Object.fromEntries(values.map((value, index) => [index, Array.isArray(value) ? value.join(', ') : value]));
}
