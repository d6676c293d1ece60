using System.Collections.Immutable;
using System.Text.Json;
using Bff.Contracts.Answers;

namespace Bff.Contracts.WarmUp;

/// <summary>Makes values up by their types.</summary>
/// <param name="rows">Length of the outer lists; those within their rows are short.</param>
internal sealed class SampleMaker(int rows)
{
    private const int MaxDepth = 8;
    private const int OuterLists = 2;
    private const int InnerRows = 2;
    private const string Word = "warm-up";

    // What a record has of these says how long it is good.
    private static readonly string[] Ends = ["FreshUntil", "ExpiresAt", "EndsAt"];
    private static readonly DateTimeOffset Moment = new(2100, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A value; null where none can be made up.</summary>
    public object? Make(Type type) => Make(type, null, 0);

    private object? Make(Type type, string? name, int depth)
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
        _ when type == typeof(bool) => name is not "IsStale", // what is stale is not kept, and keeping is to be practised
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
    private object List(Type type, int depth)
    {
        var of = type.GetGenericArguments()[0];
        var kinds = of == typeof(MutationError) ? [] : of.IsAbstract ? Heirs(of) : Enumerable.Repeat(of, depth > OuterLists ? InnerRows : rows);
        var made = kinds.Select(kind => Make(kind, null, depth + 1)).Where(row => row is not null).ToArray();
        var array = Array.CreateInstance(of, made.Length);
        Array.Copy(made, array, made.Length);
        return typeof(ImmutableArray).GetMethods()
            .Single(method => method.Name is nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(of)
            .Invoke(null, [array])!;
    }

    private static IEnumerable<Type> Heirs(Type type) =>
        typeof(SampleMaker).Assembly.GetTypes().Where(other => !other.IsAbstract && other.IsAssignableTo(type) && !other.ContainsGenericParameters);

    // Keys are made of text from outside, each by its own rules.
    private static object? Parsed(Type type)
    {
        if (type.GetMethod("TryParse", [typeof(string), type.MakeByRefType()]) is not { IsStatic: true } tryParse)
        {
            return null;
        }

        foreach (var text in (string[])[Word, $"{Word}.example", $"{Word}/{Word}"])
        {
            object?[] arguments = [text, null];
            if ((bool)tryParse.Invoke(null, arguments)!)
            {
                return arguments[1];
            }
        }

        return null;
    }

    private object? Constructed(Type type, int depth)
    {
        if (type.GetConstructors().MaxBy(one => one.GetParameters().Length) is not { } constructor)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name, depth + 1))]);
    }
}
