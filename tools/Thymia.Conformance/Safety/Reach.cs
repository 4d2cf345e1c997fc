namespace Thymia.Conformance.Safety;

/// <summary>Whom a value might lead a provider to.</summary>
internal enum ReachKind
{
    PhoneNumber,
    Host,
    Mailbox,
}

/// <summary>Something in a value that a provider might dial, call or write to.</summary>
/// <param name="IsReserved">True where nobody is there: a range, name or address kept
/// for fiction and documentation.</param>
internal readonly record struct Reach(ReachKind Kind, bool IsReserved);
