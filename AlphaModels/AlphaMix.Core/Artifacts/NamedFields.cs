using System.Text.Json;
using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Artifacts;

/// <summary>An extension as format 3 spells it: <c>name</c>, and <c>parameters</c> with numbers, flags and texts.</summary>
internal static class NamedFields
{
    /// <summary>Writes name and parameters into the object at hand.</summary>
    public static void Write(Utf8JsonWriter json, string name, Parameters parameters)
    {
        json.WriteString("name", name);
        WriteParameters(json, parameters);
    }

    /// <summary>Writes <c>parameters</c> into the object at hand.</summary>
    public static void WriteParameters(Utf8JsonWriter json, Parameters parameters)
    {
        json.WriteStartObject("parameters");
        foreach (var (key, value) in parameters)
        {
            if (value is double number)
                json.WriteNumber(key, number);
            else if (value is bool flag)
                json.WriteBoolean(key, flag);
            else
                json.WriteString(key, (string)value);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads them and looks the name up.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    /// <exception cref="ArtifactException">The name is not known, or a parameter is no number, flag or text.</exception>
    public static Named<TSeam> Read<TSeam>(JsonFields fields, JsonContext context, string path, ExtensionSet extensions)
        where TSeam : class => Read<TSeam>(fields, fields["name"], context, path, extensions);

    /// <summary>Reads parameters, and looks up the name that stands in another field.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    /// <exception cref="ArtifactException">The name is not known, or a parameter is no number, flag or text.</exception>
    public static Named<TSeam> Read<TSeam>(JsonFields fields, JsonValue named, JsonContext context, string path, ExtensionSet extensions)
        where TSeam : class
    {
        var name = named.Text();
        var parameters = fields["parameters"].Object(Values);
        try
        {
            return new Named<TSeam>(name, extensions.Get<TSeam>(name), parameters, context, path);
        }
        catch (UnknownExtensionException fault)
        {
            throw context.Fault(named.Path, name, "a name that this program knows", fault.Message);
        }
    }

    /// <summary>Reads the values of <c>parameters</c>.</summary>
    public static Parameters Values(JsonFields fields)
    {
        var parameters = Parameters.None;
        foreach (var name in fields.Names)
        {
            var value = fields[name];
            try
            {
                parameters = With(parameters, name, value);
            }
            catch (ArgumentException)
            {
                // A blank name, or a number beyond the range of doubles.
                throw value.Fault("a name, and a finite number, true, false or a text");
            }
        }

        return parameters;
    }

    private static Parameters With(Parameters parameters, string name, JsonValue value) => value.Element.ValueKind switch
    {
        JsonValueKind.Number => parameters.With(name, value.Number()),
        JsonValueKind.True or JsonValueKind.False => parameters.With(name, value.Flag()),
        JsonValueKind.String => parameters.With(name, value.Text()),
        _ => throw value.Fault("a number, true, false or a text")
    };

    /// <summary>An extension that was found, with its parameters.</summary>
    internal sealed record Named<TSeam>(string Name, TSeam Seam, Parameters Parameters, JsonContext Context, string Path)
    {
        /// <summary>Creates what the name stands for; refused parameters are a fault of the artifact.</summary>
        public T Create<T>(Func<TSeam, Parameters, T> create)
        {
            try
            {
                return create(Seam, Parameters);
            }
            catch (ArgumentException fault)
            {
                throw Context.Fault($"{Path}.parameters", Parameters.ToString(), $"valid parameters ({fault.Message.TrimEnd('.')})");
            }
        }
    }
}
