using GraphQL.Types;

namespace Bff.Gateway.Graph.Running;

/// <summary>
/// Lets nulls travel up from where none may stand (GraphQL October 2021, section 6.4.4). It runs only when such a null is known to be
/// there, on the finished response.
/// </summary>
internal static class NullTravel
{
    /// <summary>The value as it may stand: itself, or null.</summary>
    public static object? Settle(object? value)
    {
        switch (value)
        {
            case ObjectNode node:
                for (var i = 0; i < node.Values.Length; i++)
                {
                    node.Values[i] = Settle(node.Values[i]);
                    if (node.Values[i] is null && node.Selection.Fields[i].Definition.ResolvedType is NonNullGraphType)
                    {
                        return null;
                    }
                }

                return node;
            case ListNode list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    list.Items[i] = Settle(list.Items[i]);
                    if (list.Items[i] is null && !list.AllowsNull)
                    {
                        return null;
                    }
                }

                return list;
            default:
                return value;
        }
    }
}
