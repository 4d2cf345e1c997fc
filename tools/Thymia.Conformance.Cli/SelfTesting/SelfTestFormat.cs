namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>How a self-test is told.</summary>
internal enum SelfTestFormat
{
    Text,
    Json,
    Markdown,
}
