using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Bff.Contracts.Answers;

namespace Bff.Contracts.WarmUp;

/// <summary>
/// Made-up values of the wire records, so that a host can practise before it has clients: nobody's data, and nothing that v6 would have
/// to be asked for. Every member is filled in, lists with a few rows, so that as much code as possible is run.
/// </summary>
public static class Samples
{
    private const int MaxDepth = 8;
    private const int Rows = 3;
    private const string Word = "warm-up";

    // What a record has of these says how long it is good.
    private static readonly string[] Ends = ["FreshUntil", "ExpiresAt", "EndsAt"];
    private static readonly DateTimeOffset Moment = new(2100, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConcurrentDictionary<Type, object?> Known = new();

    /// <summary>A value of the type, the same each time; null where one cannot be made up.</summary>
    public static object? Of(Type type) => Known.GetOrAdd(type, static wanted => Make(wanted, null, 0));

    /// <summary>One of everything that travels between gateways and silos: arguments and results of all grain calls.</summary>
    public static IReadOnlyList<object> OfContracts() =>
    [
        .. typeof(Samples).Assembly.GetExportedTypes()
            .Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(ResultOf(method)))
            .OfType<Type>()
            .Distinct()
            .Select(Of)
            .OfType<object>(),
    ];

    /// <summary>What a call gives when it has been waited for; null for nothing.</summary>
    public static Type? ResultOf(MethodInfo method) => method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : null;

    private static object? Make(Type type, string? name, int depth)
    {
        // An interface is a grain or an observer: there is none.
        if (depth > MaxDepth || type.IsInterface || type == typeof(Failure) || type == typeof(object))
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        if (Simple(type, name) is { } simple)
        {
            return simple;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(underlying, name, depth);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? List(type, depth)
            : type.IsAbstract ? Heirs(type).Select(heir => Make(heir, name, depth)).FirstOrDefault()
            : Parsed(type) ?? Constructed(type, depth);
    }

    private static object? Simple(Type type, string? name) => type switch
    {
        _ when type == typeof(string) => name switch { "Currency" => "HKD", "TimeZone" => "Asia/Hong_Kong", _ => Word },
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 1,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(double) => 1.0,
        _ when type == typeof(decimal) => 1.00m,
        _ when type == typeof(Guid) => Guid.Empty,
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(1),
        _ when type == typeof(DateTimeOffset) => Ends.Contains(name) ? Moment.AddHours(1) : Moment,
        _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Moment.UtcDateTime),
        _ when type == typeof(TimeOnly) => TimeOnly.FromDateTime(Moment.UtcDateTime),
        _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(Word),
        _ => null,
    };

    // A list of blocks has one of each kind; the reasons why a mutation failed are left out, because this one did not.
    private static object List(Type type, int depth)
    {
        var of = type.GetGenericArguments()[0];
        var kinds = of == typeof(MutationError) ? [] : of.IsAbstract ? Heirs(of) : Enumerable.Repeat(of, Rows);
        var rows = kinds.Select(kind => Make(kind, null, depth + 1)).Where(row => row is not null).ToArray();
        var array = Array.CreateInstance(of, rows.Length);
        Array.Copy(rows, array, rows.Length);
        return typeof(ImmutableArray).GetMethods()
            .Single(method => method.Name is nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(of)
            .Invoke(null, [array])!;
    }

    private static IEnumerable<Type> Heirs(Type type) =>
        typeof(Samples).Assembly.GetTypes().Where(other => !other.IsAbstract && other.IsAssignableTo(type) && !other.ContainsGenericParameters);

    // Keys are made of text from outside, each by its own rules.
    private static object? Parsed(Type type)
    {
        if (type.GetMethod("Parse", [typeof(string)]) is not { IsStatic: true } parse)
        {
            return null;
        }

        foreach (var text in (string[])[Word, $"{Word}.example", $"{Word}/{Word}"])
        {
            try
            {
                return parse.Invoke(null, [text]);
            }
            catch (TargetInvocationException)
            {
                // Written otherwise: try the next.
            }
        }

        return null;
    }

    private static object? Constructed(Type type, int depth)
    {
        if (type.GetConstructors().MaxBy(one => one.GetParameters().Length) is not { } constructor)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name, depth + 1))]);
    }
}
