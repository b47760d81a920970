import {
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
  type Schema,
  SchemaGenerator,
  StringType,
  type SubNodeParser,
  UnionType,
} from 'ts-json-schema-generator';
import ts from 'typescript';

/** JSON Schemas of exported types, by their names, as the compiler knows them: strict, with the comments that stand on them. */
export function schemasOfTypes(path: string): (type: string) => Schema {
  const config = { ...DEFAULT_CONFIG, path, tsconfig: 'tsconfig.json', skipTypeCheck: true, topRef: false, expose: 'all' as const };
  const program = createProgram(config);
  const checker = program.getTypeChecker();
  const parser = createParser(program, config, (chain) => chain.addNodeParser(new WorkedOut(checker)));
  const generator = new SchemaGenerator(program, parser, createFormatter(config), config);
  return (type) => generator.createSchema(type);
}

/** Types that are worked out from values, such as `z.infer`: what they come to is asked of the compiler. */
class WorkedOut implements SubNodeParser {
  constructor(private readonly checker: ts.TypeChecker) {}

  supportsNode(node: ts.Node): boolean {
    if (ts.isTypeReferenceNode(node)) return node.typeName.getText() === 'z.infer';
    return ts.isTypeOperatorNode(node) && ts.isTypeQueryNode(node.type);
  }

  createType(node: ts.Node, _: Context): BaseType {
    return this.typeOf(this.checker.getTypeFromTypeNode(node as ts.TypeNode), node.getText());
  }

  private typeOf(type: ts.Type, name: string): BaseType {
    if (type.isUnion()) {
      const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)).map((part) => this.typeOf(part, name));
      return parts.length === 1 ? (parts[0] as BaseType) : new UnionType(parts);
    }
    if (type.isStringLiteral() || type.isNumberLiteral()) return new LiteralType(type.value);
    if (type.flags & ts.TypeFlags.String) return new StringType();
    if (type.flags & ts.TypeFlags.Number) return new NumberType();
    if (type.flags & ts.TypeFlags.BooleanLike) return new BooleanType();
    if (!(type.flags & ts.TypeFlags.Object)) throw new Error(`${name}: ${this.checker.typeToString(type)} has no schema`);
    const properties = type.getProperties().map((property) => {
      const required = !(property.flags & ts.SymbolFlags.Optional);
      return new ObjectProperty(property.name, this.typeOf(this.checker.getTypeOfSymbol(property), name), required);
    });
    return new ObjectType(name, [], properties, false);
  }
}
