import {
  ArrayType,
  type BaseType,
  BooleanType,
  type Context,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  LiteralType,
  NumberType,
  ObjectProperty,
  ObjectType,
  SchemaGenerator,
  StringType,
  type SubNodeParser,
  UnionType,
} from 'ts-json-schema-generator';
import ts from 'typescript';
import type { JsonSchema } from '../../src/authoring/schemas/json-schema.js';

/**
 * JSON Schemas of exported types, by their names, as the compiler knows them: strict, with the comments that stand on
 * them.
 */
export function schemasOfTypes(path: string): (type: string) => JsonSchema {
  const config = {
    ...DEFAULT_CONFIG,
    path,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    topRef: false,
    expose: 'all',
    encodeRefs: false,
  } as const;
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => chain.addNodeParser(new WorkedOut(program.getTypeChecker())));
  const generator = new SchemaGenerator(program, parser, createFormatter(config), config);
  return (type) => modern(generator.createSchema(type));
}

/**
 * In the words of draft 2020-12. What only the compiler sees is left out, and what has no name of its own stands where
 * it is used.
 */
function modern(schema: object): JsonSchema {
  const { definitions = {}, ...root } = schema as { definitions?: { [name: string]: object } };
  const named = (name: string) => /^\w+$/.test(name);
  const written = (part: object): JsonSchema =>
    JSON.parse(JSON.stringify(part), (key, value: unknown) => {
      if (key.startsWith('__@')) return undefined;
      const { $ref, ...rest } = (value ?? {}) as { $ref?: string };
      if (typeof $ref !== 'string') return value;
      const name = $ref.slice('#/definitions/'.length);
      return named(name) ? { $ref: `#/$defs/${name}`, ...rest } : { ...written(definitions[name] as object), ...rest };
    }) as JsonSchema;
  return {
    ...written(root),
    $defs: written(Object.fromEntries(Object.entries(definitions).filter(([name]) => named(name)))) as {
      [name: string]: JsonSchema;
    },
  };
}

/**
 * Types that are worked out from values or other types, such as `z.infer`: what they come to is asked of the compiler.
 */
class WorkedOut implements SubNodeParser {
  constructor(private readonly checker: ts.TypeChecker) {}

  supportsNode(node: ts.Node): boolean {
    if (ts.isTypeReferenceNode(node)) return ['z.infer', 'NonNullable'].includes(node.typeName.getText());
    return ts.isTypeOperatorNode(node) && ts.isTypeQueryNode(node.type);
  }

  createType(node: ts.Node, _: Context): BaseType {
    return this.typeOf(this.checker.getTypeFromTypeNode(node as ts.TypeNode), node.getText());
  }

  private typeOf(type: ts.Type, name: string): BaseType {
    if (type.isUnion()) {
      const parts = type.types
        .filter((part) => !(part.flags & ts.TypeFlags.Undefined))
        .map((part) => this.typeOf(part, name));
      // To the compiler, yes or no is a choice of two.
      return parts.length === 1 || parts.every((part) => part instanceof BooleanType)
        ? (parts[0] as BaseType)
        : new UnionType(parts);
    }
    if (type.isStringLiteral() || type.isNumberLiteral()) return new LiteralType(type.value);
    if (type.flags & ts.TypeFlags.String) return new StringType();
    if (type.flags & ts.TypeFlags.Number) return new NumberType();
    if (type.flags & ts.TypeFlags.BooleanLike) return new BooleanType();
    if (this.checker.isArrayType(type))
      return new ArrayType(this.typeOf(this.checker.getTypeArguments(type as ts.TypeReference)[0] as ts.Type, name));
    if (!(type.flags & ts.TypeFlags.Object))
      throw new Error(`${name}: ${this.checker.typeToString(type)} has no schema`);
    const properties = type.getProperties().map((property) => {
      const required = !(property.flags & ts.SymbolFlags.Optional);
      return new ObjectProperty(property.name, this.typeOf(this.checker.getTypeOfSymbol(property), name), required);
    });
    const others = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return new ObjectType(
      `${name}: ${this.checker.typeToString(type)}`,
      [],
      properties,
      others ? this.typeOf(others, name) : false,
    );
  }
}
