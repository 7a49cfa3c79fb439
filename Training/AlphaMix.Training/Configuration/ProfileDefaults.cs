using Newtonsoft.Json.Linq;

namespace AlphaMix.Training.Configuration;

/// <summary>What a profile sets where a configuration says nothing.</summary>
internal static class ProfileDefaults
{
    // Small networks on six inputs; one combination and no selection, because choosing on validation profit was worse than plain averaging.
    private const string Practical = """
        {
          "features": { "set": "residual-v1", "scaler": "none" },
          "label": { "kind": "beatsMedian", "horizon": 1 },
          "search": { "batchSize": [256], "hiddenSize": [32], "learningRate": [0.0005], "experts": [4] },
          "training": { "epochs": 5, "bestEpoch": "last" },
          "pool": { "topK": 1, "initialisations": 6, "criterion": "loss" },
          "routers": { "asNeeded": null, "withReplacement": null, "soup": null },
          "portfolio": { "rule": "rankBuffer" }
        }
        """;

    /// <summary>Returns a configuration's tree with the defaults of its profile filled in.</summary>
    public static JObject Fill(JObject configuration)
    {
        var name = configuration.GetValue("profile", StringComparison.Ordinal);
        if (name?.Type != JTokenType.String || !string.Equals((string?)name, nameof(Profile.Practical), StringComparison.OrdinalIgnoreCase))
            return configuration;
        var filled = JObject.Parse(Practical);
        // A list of features is in the place of the profile's set, and its values need a scaler.
        if (configuration["features"]?["list"] is JArray { Count: > 0 })
            filled.Remove("features");
        filled.Merge(configuration, new JsonMergeSettings
        {
            MergeArrayHandling = MergeArrayHandling.Replace,
            MergeNullValueHandling = MergeNullValueHandling.Merge
        });
        return filled;
    }
}
