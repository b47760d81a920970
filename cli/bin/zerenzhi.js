#!/usr/bin/env node
// Kept in git, so that `npm ci` links the command before it is built.
import '../dist/main.js';
