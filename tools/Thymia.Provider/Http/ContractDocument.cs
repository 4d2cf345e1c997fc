using System.Text;
using YamlDotNet.Serialization;

namespace Thymia.Provider.Http;

/// <summary>The contract's OpenAPI document as JSON, made from the YAML that is embedded.</summary>
internal static class ContractDocument
{
    private static readonly Lazy<byte[]> Cached = new(Convert);

    public static ReadOnlyMemory<byte> Json => Cached.Value;

    private static byte[] Convert()
    {
        using var yaml = new StreamReader(
            typeof(ContractDocument).Assembly.GetManifestResourceStream("contract.yaml")!,
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
