import { storeContract } from '../store/contract.ts';
import { openPostgres } from './database.ts';

storeContract('PostgreSQL', openPostgres);
