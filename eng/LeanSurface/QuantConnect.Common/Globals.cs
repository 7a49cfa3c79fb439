using QuantConnect.Configuration;

namespace QuantConnect;

public static class Globals
{
    public static string DataFolder { get; private set; } = "./Data/";

    public static void Reset() => DataFolder = Config.Get("data-folder", "./Data/");
}
