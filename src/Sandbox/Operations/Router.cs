namespace Bff.Sandbox.Operations;

/// <summary>Finds the operation of a method and path. Literal segments win over parameters.</summary>
internal sealed class Router
{
    private readonly Route[] _routes;

    public Router(IEnumerable<Operation> operations) =>
        _routes = [.. operations.Select(o => new Route(o)).OrderBy(r => r.Parameters)];

    /// <summary>The operation and the path values in the order of its template, decoded one by one.</summary>
    public (Operation? Operation, string[] PathValues) Match(string method, string rawPath)
    {
        if (!rawPath.StartsWith(OperationTable.Prefix + "/", StringComparison.Ordinal))
        {
            return (null, []);
        }

        var segments = rawPath[(OperationTable.Prefix.Length + 1)..].Split('/');
        foreach (var route in _routes)
        {
            if (route.Operation.Method == method && route.Matches(segments))
            {
                return (route.Operation, route.Values(segments));
            }
        }

        return (null, []);
    }

    private sealed class Route(Operation operation)
    {
        private readonly string[] _template = operation.Template.Trim('/').Split('/');

        public Operation Operation { get; } = operation;

        public int Parameters => _template.Count(IsParameter);

        public bool Matches(string[] segments)
        {
            if (segments.Length != _template.Length)
            {
                return false;
            }

            for (var i = 0; i < segments.Length; i++)
            {
                var fits = IsParameter(_template[i]) ? segments[i].Length > 0 : segments[i] == _template[i];
                if (!fits)
                {
                    return false;
                }
            }

            return true;
        }

        public string[] Values(string[] segments) =>
            [.. segments.Where((_, i) => IsParameter(_template[i])).Select(Uri.UnescapeDataString)];

        private static bool IsParameter(string segment) => segment[0] == '{';
    }
}
