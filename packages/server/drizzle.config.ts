// Where drizzle-kit finds the tables and writes what changes between them.
export default {
  dialect: 'postgresql',
  schema: './src/database/schema.ts',
  out: './src/database/migrations',
};
