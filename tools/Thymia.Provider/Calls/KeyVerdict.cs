namespace Thymia.Provider.Calls;

/// <summary>What is thought of a request's key.</summary>
internal enum KeyVerdict
{
    Missing,
    Wrong,
    Right,
}
