/** Classes whose reminders are held back, as a condition on a reminder `r`. */
export const PAUSED = 'EXISTS (SELECT FROM reminder_pauses paused WHERE paused.course_id = r.course_id)';

/** Accounts of the units above and at the one concerned. */
const ABOVE = 'due JOIN units u ON u.id = due.unit_id JOIN accounts a ON a.unit_id = ANY (u.path) AND a.active';

/**
 * The accounts that reminders `due` (id, unit_id, holder_id, course_id, audience) go to, as `(id, account_id)`: officials
 * of the unit who have a seat in the class, the unit's own people, the committees above it, their secretaries (who hear
 * nothing before), and the board that holds the class or gave the places.
 */
export const PEOPLE_OF_DUE = `
  SELECT due.id, a.id AS account_id FROM due JOIN accounts a ON a.unit_id = due.unit_id AND a.role IN ('committee', 'cell') AND a.active
    WHERE 'unit' = ANY (due.audience)
  UNION SELECT due.id, a.id FROM ${ABOVE} AND a.role = 'committee' WHERE 'committee' = ANY (due.audience)
    AND NOT EXISTS (SELECT FROM reminder_secretaries s WHERE s.account_id = a.id)
  UNION SELECT due.id, a.id FROM ${ABOVE} JOIN reminder_secretaries s ON s.account_id = a.id WHERE 'secretary' = ANY (due.audience)
  UNION SELECT due.id, a.id FROM due JOIN accounts a ON a.unit_id = due.holder_id AND a.role = 'board' AND a.active
    WHERE 'board' = ANY (due.audience)
  UNION SELECT due.id, a.id FROM due JOIN nominations n ON n.course_id = due.course_id AND n.unit_id = due.unit_id AND n.place = 'seat'
    AND is_accepted(n.state) JOIN accounts a ON a.official_id = n.official_id AND a.role = 'official' AND a.active
    WHERE 'official' = ANY (due.audience)`;
