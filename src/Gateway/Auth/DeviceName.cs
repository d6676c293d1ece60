namespace Bff.Gateway.Auth;

/// <summary>
/// What a customer recognises a device by in a list, and no more: a full User-Agent tells people apart. First match wins, because
/// browsers name each other.
/// </summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("okhttp", "App"), ("CFNetwork", "App"), ("Dart", "App"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS", "Mac"), ("Darwin", "Apple"), ("Linux", "Linux"),
    ];

    /// <summary>Browser and system, such as "Chrome on Windows"; null when neither is known.</summary>
    public static string? Of(string? userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return browser is null || system is null ? browser ?? system : $"{browser} on {system}";
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(entry => userAgent?.Contains(entry.Mark, StringComparison.Ordinal) is true).Name;
}
