using System.Text;
using YamlDotNet.Serialization;

namespace Thymia.Provider.Http;

/// <summary>The OpenAPI documents of the provider as JSON, made from the YAML that is embedded.</summary>
internal static class ContractDocument
{
    private static readonly Lazy<byte[]> Contract = new(() => Convert("contract.yaml"));
    private static readonly Lazy<byte[]> WithKeptCalls = new(() => Convert("calls.yaml"));

    /// <param name="keepsCalls">Whether calls can be read, changed and deleted as well.</param>
    public static ReadOnlyMemory<byte> Json(bool keepsCalls) => (keepsCalls ? WithKeptCalls : Contract).Value;

    private static byte[] Convert(string resource)
    {
        using var yaml = new StreamReader(
            typeof(ContractDocument).Assembly.GetManifestResourceStream(resource)!,
            Encoding.UTF8
        );
        var document = new DeserializerBuilder()
            .WithAttemptingUnquotedStringTypeDeserialization()
            .Build()
            .Deserialize(yaml);
        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(document!);
        return Encoding.UTF8.GetBytes(json);
    }
}
