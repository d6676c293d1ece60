using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Http;

/// <summary>The request target without secrets: a link token or a guest's only proof in the path, and what may name a person in the query are blotted out.</summary>
internal static class TargetMask
{
    private const string Blot = "***";
    private static readonly string[] Shown = ["page", "limit", "date", "staffId", "resourceId", "domain"];

    public static string Mask(RequestTarget target, Operation? operation)
    {
        var isSecret = operation is { Access: Access.Magic } or { SecretPath: true };
        var path = isSecret ? OperationTable.Prefix + BlotParameters(operation!.Template) : target.Path;
        if (target.Raw.Length == target.Path.Length)
        {
            return path;
        }

        var pairs = target.Raw[(target.Path.Length + 1)..].Split('&').Select(MaskPair);
        return path + "?" + string.Join('&', pairs);
    }

    private static string BlotParameters(string template) =>
        string.Join('/', template.Split('/').Select(segment => segment.StartsWith('{') ? Blot : segment));

    private static string MaskPair(string pair)
    {
        var name = pair.Split('=')[0];
        return Shown.Contains(name) ? pair : $"{name}={Blot}";
    }
}
