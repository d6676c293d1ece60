using System.Reflection;
using System.Text;
using Bff.Contracts.Keys;

namespace Bff.Tests.House;

/// <summary>
/// The Orleans contract analyzer watches grain interfaces, not the members of the records they carry. A member that changes its id or its
/// type breaks a rolling upgrade just as silently, so the shapes are written down and compared.
/// </summary>
public sealed class ContractShapeTests
{
    private static readonly Type[] WireTypes =
        [.. typeof(TenantId).Assembly.GetTypes().Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null).OrderBy(NameOf)];

    [Fact]
    public void The_shape_of_every_wire_record_is_the_one_written_down()
    {
        var text = new StringBuilder();
        foreach (var type in WireTypes)
        {
            text.Append(NameOf(type)).Append('\n');
            foreach (var (id, member) in MembersOf(type))
            {
                text.Append("  ").Append(id).Append(": ").Append(member.Name).Append(" : ").Append(member.PropertyType).Append('\n');
            }
        }

        Approved.ShouldMatch(text.ToString(), "src/Contracts/ContractShapes.txt");
    }

    [Fact]
    public void Every_wire_record_has_a_stable_name_of_its_own()
    {
        WireTypes.Where(type => type.GetCustomAttribute<AliasAttribute>(inherit: false) is null).ShouldBeEmpty();
        WireTypes.Select(NameOf).ShouldBeUnique();
    }

    [Fact]
    public void A_generic_name_says_its_arity() =>
        WireTypes.Where(type => type.IsGenericType != NameOf(type).Contains('`')).ShouldBeEmpty();

    [Fact]
    public void Every_wire_record_is_immutable() =>
        WireTypes.Where(type => type.GetCustomAttribute<ImmutableAttribute>() is null).ShouldBeEmpty();

    private static string NameOf(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? type.FullName!;

    private static IEnumerable<(uint Id, PropertyInfo Member)> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(member => (member.GetCustomAttribute<IdAttribute>()?.Id, member))
            .Where(row => row.Id is not null)
            .Select(row => (row.Id!.Value, row.member))
            .OrderBy(row => row.Value);
}
