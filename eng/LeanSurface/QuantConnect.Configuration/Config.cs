using System.Collections.Concurrent;

namespace QuantConnect.Configuration;

// Behaving: settings in memory.
public static class Config
{
    private static readonly ConcurrentDictionary<string, string> Settings = new();

    public static void Set(string key, dynamic value) => Settings[key] = value?.ToString();

    public static string Get(string key, string defaultValue = "") => Settings.GetValueOrDefault(key, defaultValue);

    private static string GetValueOrDefault(this ConcurrentDictionary<string, string> settings, string key, string standard) =>
        settings.TryGetValue(key, out var value) ? value : standard;
}
