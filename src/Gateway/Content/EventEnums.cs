using GraphQL.Types;

namespace Bff.Gateway.Content;

/// <summary>Where an event stands.</summary>
internal enum EventStatus
{
    Unknown,
    Upcoming,
    Ongoing,
    Past,
    Cancelled,
}

/// <summary>Which price of an event is in force.</summary>
internal enum PricingSource
{
    Unknown,
    Regular,
    Discounted,
    EarlyBird,
}

/// <summary>Where an event takes place.</summary>
internal enum DeliveryMode
{
    Unknown,
    InPerson,
    Online,
    Hybrid,
}

/// <summary>States of a registration that v6 documents.</summary>
internal enum RegistrationStatus
{
    Unknown,
    Pending,
    Confirmed,
    Cancelled,
    Paid,
}

internal sealed class EventStatusType : EnumerationGraphType<EventStatus>
{
    public EventStatusType()
    {
        Name = "EventStatus";
        Description = "Where an event stands by its sessions. UNKNOWN when it has none and v6 does not say.";
    }
}

internal sealed class PricingSourceType : EnumerationGraphType<PricingSource>
{
    public PricingSourceType()
    {
        Name = "PricingSource";
        Description = "Which price of an event is in force. UNKNOWN is one that v6 has added since.";
    }
}

internal sealed class DeliveryModeType : EnumerationGraphType<DeliveryMode>
{
    public DeliveryModeType()
    {
        Name = "DeliveryMode";
        Description = "Where an event takes place. UNKNOWN is a way that v6 has added since.";
    }
}

internal sealed class RegistrationStatusType : EnumerationGraphType<RegistrationStatus>
{
    public RegistrationStatusType()
    {
        Name = "EventRegistrationStatus";
        Description = "State of a registration. UNKNOWN is one that v6 has added since.";
    }
}
