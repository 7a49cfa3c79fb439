using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>Lists the types that a compiled type refers to, attributes left out. The same one may come several times.</summary>
internal static class TypeUses
{
    /// <summary>Lists the types in a type's declaration, in its members' signatures and in their bodies.</summary>
    /// <param name="type">The type; types nested in it are types of their own.</param>
    public static IEnumerable<TypeReference> From(TypeDefinition type) => All(type).SelectMany(Parts);

    private static IEnumerable<TypeReference?> All(TypeDefinition type)
    {
        IEnumerable<TypeReference?> declared =
        [
            type.BaseType,
            .. type.Interfaces.Select(each => each.InterfaceType),
            .. Constraints(type),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Properties.Select(property => property.PropertyType),
            .. type.Events.Select(each => each.EventType)
        ];
        return declared.Concat(type.Methods.SelectMany(method => Signature(method).Concat(Constraints(method)).Concat(Body(method))));
    }

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Signature(IMethodSignature method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference?> Body(MethodDefinition method)
    {
        if (!method.HasBody)
            return [];
        return method.Body.Variables.Select(variable => variable.VariableType)
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
            .Concat(method.Body.Instructions.SelectMany(Operand));
    }

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => Called(method),
        CallSite site => Signature(site),
        _ => []
    };

    private static IEnumerable<TypeReference> Called(MethodReference method) =>
        Signature(method).Append(method.DeclaringType).Concat(method is GenericInstanceMethod generic ? generic.GenericArguments : []);

    /// <summary>Takes a constructed type apart: arrays and references to their element, generic ones to definition and arguments.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        FunctionPointerType pointer => Signature(pointer).SelectMany(Parts),
        RequiredModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type]
    };
}
