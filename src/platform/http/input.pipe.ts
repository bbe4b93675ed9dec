import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { type FieldError, InvalidInput } from './domain-error.js';

/** Checks every body and query against its DTO; a field nobody asked for is an error too. */
export function inputPipe(): ValidationPipe {
  rememberRules();
  return new InputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // The rule's numbers are read from the class it was declared on; a missing value is told from a wrong one.
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => fieldErrors(error))),
  });
}

let remembered = false;

/** class-validator gathers the rules of a class from those of all classes, anew for every object; they never change. */
function rememberRules(): void {
  if (remembered) return;
  remembered = true;
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof gather>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
    if (schema || always || strict || groups?.length) return gather(target, schema, always, strict, groups);
    let rules = known.get(target);
    if (!rules) known.set(target, (rules = gather(target, schema, always, strict, groups)));
    return rules;
  };
}

/** Besides the DTO's own rules: no text may hold the one character that PostgreSQL cannot store. */
class InputPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isBody = metadata.type === 'body' && value !== undefined && value !== null;
    if (isBody && (typeof value !== 'object' || Array.isArray(value)))
      throw new InvalidInput([{ path: 'body', rule: 'isObject' }]);
    // What our own decorators give (the actor, a file) is not the sender's text.
    const errors = metadata.type === 'custom' ? [] : nullCharacters(value, '');
    if (errors.length > 0) throw new InvalidInput(errors);
    return (await super.transform(value, metadata)) as unknown;
  }
}

function nullCharacters(value: unknown, path: string): FieldError[] {
  if (typeof value === 'string') return value.includes('\0') ? [{ path, rule: 'noNullCharacter' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => nullCharacters(inner, path ? `${path}.${name}` : name));
}

/** One entry per field, children after their parent, e.g. `allocations.2.places`. */
function fieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const rule = brokenRule(error);
  const own = rule === undefined ? [] : [{ path, rule, facts: ruleFacts(error, rule) }];
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
}

/** The first rule of the field that is broken: decorators run from the lowest to the highest, so it stands last. */
function brokenRule({ constraints, value }: ValidationError): string | undefined {
  const rule = Object.keys(constraints ?? {}).at(-1);
  return rule !== undefined && value === undefined ? 'required' : rule;
}

/** The numbers a rule was declared with (`@Max(200)`), by position, so that its text can say them. */
function ruleFacts(error: ValidationError, rule: string): Record<string, unknown> {
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(error.target?.constructor ?? Object, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && (metadata.name ?? metadata.type) === rule);
  const values: unknown[] = declared?.constraints ?? [];
  return Object.fromEntries(values.map((value, index) => [index, Array.isArray(value) ? value.join(', ') : value]));
}
