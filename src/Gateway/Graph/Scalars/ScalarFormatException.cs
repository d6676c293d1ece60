namespace Bff.Gateway.Graph.Scalars;

/// <summary>A value is not what its scalar takes. The message is ours and holds nothing of the value, so clients may see it.</summary>
internal sealed class ScalarFormatException(string message) : FormatException(message);
