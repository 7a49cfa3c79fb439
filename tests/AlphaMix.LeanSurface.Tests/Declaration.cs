using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AlphaMix.LeanSurface.Tests;

/// <summary>Writes a type or member as one line of C#: everything that a caller or a deriving class can tell apart.</summary>
internal static class Declaration
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Void"] = "void",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Single"] = "float",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong"
    };

    /// <summary>Gives the name and declaration of every public or protected member that a type declares itself.</summary>
    public static IEnumerable<(string Name, string Text)> Members(Type type)
    {
        if (type.IsEnum)
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(
                field => (field.Name, $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"));
        if (IsDelegate(type))
            return [];
        return type.GetMembers(Declared).Select(member => (Simple(member.Name), Text: Format(member))).Where(member => member.Text is not null)
            .Select(member => (member.Item1, member.Text!));
    }

    /// <summary>Gives a type's declaration, without what it derives from.</summary>
    public static string Format(Type type)
    {
        var access = type.IsPublic || type.IsNestedPublic ? "public" : "protected";
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{access} delegate {Name(invoke.ReturnType)} {Own(type)}({Parameters(invoke)})";
        }

        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var modifier = type.IsInterface || type.IsValueType ? "" : type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return $"{access} {modifier}{kind} {Own(type)}{Constraints(type.GetGenericArguments())}";
    }

    /// <summary>Gives a type's full name as C# writes it, open generics with the names of their parameters.</summary>
    public static string Name(Type type)
    {
        if (type.IsByRef || type.IsPointer)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (Keywords.TryGetValue(type.FullName ?? "", out var keyword))
            return keyword;
        var prefix = type.IsNested ? Name(type.DeclaringType!) + "." : string.IsNullOrEmpty(type.Namespace) ? "" : type.Namespace + ".";
        return prefix + Own(type);
    }

    private static string? Format(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when !constructor.IsStatic && Access(constructor) is { } access =>
            $"{access} {Simple(constructor.DeclaringType!.Name)}({Parameters(constructor)});",
        MethodInfo method when !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal) => OfMethod(method),
        PropertyInfo property => OfProperty(property),
        FieldInfo field => OfField(field),
        EventInfo happening when happening.AddMethod is { } add && Access(add) is { } access =>
            $"{Lead(add, access)}event {Name(happening.EventHandlerType!)} {happening.Name};",
        _ => null
    };

    private static string? OfMethod(MethodInfo method)
    {
        if (Access(method) is not { } access || method.Name.Contains('<'))
            return null;
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{Lead(method, access)}{Typed(method.ReturnType, method.ReturnParameter)} {method.Name}{generics}({Parameters(method)}){Constraints(method.GetGenericArguments())};";
    }

    private static string? OfProperty(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.Where(method => method is not null && Access(method) is not null).ToArray();
        if (accessors.Length == 0)
            return null;
        var widest = accessors.OrderBy(method => method!.IsPublic ? 0 : 1).First()!;
        var access = Access(widest)!;
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var body = string.Concat(accessors.Select(method => $"{(Access(method!) == access ? "" : Access(method!) + " ")}{Verb(property, method!)}; "));
        return $"{Lead(widest, access)}{Typed(property.PropertyType, property)} {name} {{ {body}}}";
    }

    private static string? OfField(FieldInfo field)
    {
        if (!(field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
            return null;
        var access = field.IsPublic ? "public" : "protected";
        if (field.IsLiteral)
            return $"{access} const {Name(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue(), field.FieldType)};";
        return $"{access} {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name};";
    }

    private static string Verb(PropertyInfo property, MethodInfo method)
    {
        if (method == property.GetMethod)
            return "get";
        return method.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == nameof(IsExternalInit)) ? "init" : "set";
    }

    private static string? Access(MethodBase method) => method.IsPublic ? "public" : method.IsFamily || method.IsFamilyOrAssembly ? "protected" : null;

    private static string Lead(MethodInfo method, string access)
    {
        if (method.DeclaringType!.IsInterface)
            return "";
        if (method.IsStatic)
            return access + " static ";
        if (!method.IsVirtual || (method.IsFinal && IsNew(method)))
            return access + " ";
        return $"{access} {(IsNew(method) ? method.IsAbstract ? "abstract" : "virtual" : method.IsFinal ? "sealed override" : method.IsAbstract ? "abstract override" : "override")} ";
    }

    private static bool IsNew(MethodInfo method) => (method.Attributes & MethodAttributes.NewSlot) != 0;

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter.GetCustomAttributesData().Any(data => data.AttributeType.Name == nameof(ParamArrayAttribute)) ? "params "
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var standard = parameter.HasDefaultValue ? " = " + Value(parameter.RawDefaultValue, parameter.ParameterType) : "";
        return $"{way}{Typed(parameter.ParameterType, parameter)} {parameter.Name}{standard}";
    }

    private static string Typed(Type type, ICustomAttributeProvider provider) =>
        type == typeof(object) && IsDynamic(provider) ? "dynamic" : Name(type);

    private static bool IsDynamic(ICustomAttributeProvider provider) => provider switch
    {
        ParameterInfo parameter => parameter.GetCustomAttributesData().Any(data => data.AttributeType.Name == nameof(DynamicAttribute)),
        MemberInfo member => member.GetCustomAttributesData().Any(data => data.AttributeType.Name == nameof(DynamicAttribute)),
        _ => false
    };

    private static string Value(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => plain.IsValueType && plain == type ? "default" : "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            _ when plain.IsEnum => $"{Name(plain)}.{Enum.GetName(plain, value)}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!
        };
    }

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(Constraint));

    private static string Constraint(Type argument)
    {
        var flags = argument.GenericParameterAttributes;
        var rules = new List<string>();
        if ((flags & GenericParameterAttributes.ReferenceTypeConstraint) != 0)
            rules.Add("class");
        if ((flags & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0)
            rules.Add("struct");
        rules.AddRange(argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Name));
        if ((flags & GenericParameterAttributes.DefaultConstructorConstraint) != 0 && !rules.Contains("struct"))
            rules.Add("new()");
        return rules.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", rules)}";
    }

    private static string Own(Type type)
    {
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var arguments = type.GetGenericArguments().Skip(inherited).ToArray();
        return Simple(type.Name) + (arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>");
    }

    private static string Simple(string name) => name.Split('`')[0];

    private static bool IsDelegate(Type type) => type.BaseType == typeof(MulticastDelegate);
}
