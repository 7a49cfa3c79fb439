using AlphaMix.Core.Extensions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Training.Configuration;

/// <summary>Reads and writes <see cref="Parameters"/> as a JSON object of numbers, flags and texts.</summary>
internal sealed class ParametersConverter : JsonConverter<Parameters>
{
    /// <inheritdoc/>
    public override Parameters ReadJson(
        JsonReader reader, Type objectType, Parameters? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (JToken.Load(reader) is not JObject fields)
            throw new JsonSerializationException($"{reader.Path}: expected an object of numbers, true or false, and texts.");
        return fields.Properties().Aggregate(Parameters.None, (parameters, field) => field.Value.Type switch
        {
            JTokenType.Integer or JTokenType.Float => parameters.With(field.Name, (double)field.Value),
            JTokenType.Boolean => parameters.With(field.Name, (bool)field.Value),
            JTokenType.String => parameters.With(field.Name, (string)field.Value!),
            _ => throw new JsonSerializationException($"{field.Path}: expected a number, true, false or a text, found {field.Value.Type}.")
        });
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, Parameters? value, JsonSerializer serializer)
    {
        writer.WriteStartObject();
        foreach (var (name, own) in value ?? Parameters.None)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(own);
        }

        writer.WriteEndObject();
    }
}
