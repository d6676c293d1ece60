using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bff.Gateway.Graph;

/// <summary>Writes named values as one text, so that equal values and only those give equal texts.</summary>
internal static class ArgumentText
{
    public static string Of(IEnumerable<KeyValuePair<string, object?>> values)
    {
        // Lengths stand before texts, so no value can be written to look like two.
        var text = new StringBuilder();
        foreach (var (name, value) in values)
        {
            var written = value is null or string ? (string?)value : JsonSerializer.Serialize(value);
            text.Append(CultureInfo.InvariantCulture, $"{name}{(value is string ? '=' : ':')}{written?.Length ?? -1}:{written};");
        }

        return text.ToString();
    }
}
