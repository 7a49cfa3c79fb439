using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AlphaMix.Training.Configuration;

/// <summary>Reads and writes configurations as JSON. Comments are allowed; a key that is not known is an error, never ignored.</summary>
public static class ConfigurationFile
{
    /// <summary>Reads a configuration.</summary>
    /// <param name="path">A JSON file.</param>
    /// <param name="overrides">Values that replace those of the file, each <c>a.b=value</c> with a JSON value or plain text.</param>
    /// <param name="extensions">Labels, rules, features and so on by name; null, the default, for this library's own.</param>
    /// <exception cref="ConfigurationException">The file does not exist, is not JSON, has an unknown key, or a value that cannot be
    /// used.</exception>
    public static TrainingConfiguration Read(string path, IEnumerable<string>? overrides = null, ExtensionSet? extensions = null)
    {
        if (!File.Exists(path))
            throw new ConfigurationException($"{path}: no such configuration. Examples are in docs/examples.");
        return Parse(File.ReadAllText(path), path, overrides, extensions);
    }

    /// <summary>Reads a configuration from text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">The configuration's name in messages.</param>
    /// <param name="overrides">As for <see cref="Read"/>.</param>
    /// <param name="extensions">As for <see cref="Read"/>.</param>
    /// <exception cref="ConfigurationException">The text is not JSON, has an unknown key, or a value that cannot be used.</exception>
    public static TrainingConfiguration Parse(
        string json, string name, IEnumerable<string>? overrides = null, ExtensionSet? extensions = null)
    {
        try
        {
            var tree = JToken.Parse(json, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            if (tree is not JObject root)
                throw new ConfigurationException($"{name}: expected a JSON object, found {tree.Type}.");
            foreach (var change in overrides ?? [])
                Override(root, change);
            FormerKeys.Refuse(root);
            var configuration = ProfileDefaults.Fill(root).ToObject<TrainingConfiguration>(JsonSerializer.Create(Settings))! with
            {
                Extensions = extensions ?? BuiltIn.Extensions
            };
            configuration.Validate();
            return configuration;
        }
        catch (JsonException fault)
        {
            throw new ConfigurationException($"{name}: {OneLine(fault.Message)}", fault);
        }
        catch (ConfigurationException fault) when (!fault.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw new ConfigurationException($"{name}: {fault.Message}", fault);
        }
    }

    /// <summary>Returns the whole configuration as indented JSON, defaults written out; reading it gives an equal one.</summary>
    public static string Write(TrainingConfiguration configuration) =>
        JsonConvert.SerializeObject(configuration, Formatting.Indented, Settings) + "\n";

    private static JsonSerializerSettings Settings => new()
    {
        ContractResolver = new StrictResolver { NamingStrategy = new CamelCaseNamingStrategy() },
        MissingMemberHandling = MissingMemberHandling.Error,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        Converters =
        {
            new StringEnumConverter(new CamelCaseNamingStrategy(), allowIntegerValues: false), new DayConverter(), new ParametersConverter()
        }
    };

    private static void Override(JObject root, string change)
    {
        var equals = change.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            throw new ConfigurationException($"--set {change}: expected a.b=value.");
        var keys = change[..equals].Split('.');
        var node = root;
        foreach (var key in keys[..^1])
        {
            if (node[key] is not JObject child)
                node[key] = child = [];
            node = child;
        }

        node[keys[^1]] = Value(change[(equals + 1)..]);
    }

    private static JToken Value(string text)
    {
        try
        {
            return JToken.Parse(text);
        }
        catch (JsonException)
        {
            return new JValue(text);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private sealed class StrictResolver : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(System.Reflection.MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (member.GetCustomAttributes(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false).Length > 0)
                property.Required = Required.Always;
            if (member is System.Reflection.PropertyInfo { SetMethod: null })
                property.Ignored = true;
            return property;
        }
    }

    private sealed class DayConverter : JsonConverter<DateOnly>
    {
        public override DateOnly ReadJson(
            JsonReader reader, Type objectType, DateOnly existingValue, bool hasExistingValue, JsonSerializer serializer) =>
            reader.Value switch
            {
                string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => day,
                DateTime time when time.TimeOfDay == default => DateOnly.FromDateTime(time),
                var other => throw new JsonSerializationException($"{reader.Path}: expected a date as yyyy-MM-dd, found {other}.")
            };

        public override void WriteJson(JsonWriter writer, DateOnly value, JsonSerializer serializer) =>
            writer.WriteValue(value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
