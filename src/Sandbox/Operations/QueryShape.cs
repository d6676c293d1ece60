using System.Globalization;
using NodaTime.Text;

namespace Bff.Sandbox.Operations;

/// <summary>Kinds of query values the contract has.</summary>
internal enum QueryKind
{
    Text,
    Date,
    Page,
    Limit,
}

/// <summary>A query parameter of the contract.</summary>
internal sealed record QueryParameter(string Name, QueryKind Kind = QueryKind.Text, bool Required = false);

/// <summary>The query parameters that an operation declares.</summary>
internal sealed class QueryShape(params QueryParameter[] parameters)
{
    private const int MaxLimit = 100;

    public static readonly QueryShape None = new();

    public static readonly QueryShape SearchAndPaging =
        new(new("search"), new("page", QueryKind.Page), new("limit", QueryKind.Limit));

    public IReadOnlyList<QueryParameter> Parameters { get; } = parameters;

    public List<FieldError> Check(IQueryCollection query) =>
        [.. Parameters.Select(p => Check(p, query[p.Name].FirstOrDefault())).OfType<FieldError>()];

    /// <summary>Names that the contract does not know.</summary>
    public IEnumerable<string> Undeclared(IQueryCollection query) =>
        query.Keys.Where(name => Parameters.All(p => p.Name != name));

    private static FieldError? Check(QueryParameter parameter, string? value) => (value, parameter.Kind) switch
    {
        (null or "", _) => parameter.Required ? FieldError.Missing(parameter.Name) : null,
        (_, QueryKind.Date) => LocalDatePattern.Iso.Parse(value).Success
            ? null
            : FieldError.Malformed(parameter.Name, "a day, YYYY-MM-DD"),
        (_, QueryKind.Page) => IsBetween(value, 1, int.MaxValue) ? null : FieldError.Malformed(parameter.Name, "1 or more"),
        (_, QueryKind.Limit) => IsBetween(value, 1, MaxLimit)
            ? null
            : FieldError.Malformed(parameter.Name, $"between 1 and {MaxLimit}"),
        _ => null,
    };

    private static bool IsBetween(string value, int low, int high) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high;
}
