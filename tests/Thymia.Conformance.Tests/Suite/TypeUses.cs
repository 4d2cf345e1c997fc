using System.Reflection;
using System.Reflection.Emit;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>Which types a type makes use of: in its signatures, its fields and the code of its methods.</summary>
internal static class TypeUses
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(System.Reflection.Emit.OpCodes)
        .GetFields()
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>The types named, each as written and by its parts; may name one more than once.</summary>
    public static IEnumerable<Type> Of(Type type) =>
        new[] { type.BaseType }
            .Concat(type.GetInterfaces())
            .Concat(type.GetFields(All).Select(f => f.FieldType))
            .Concat(type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(OfMethod))
            .OfType<Type>()
            .SelectMany(Parts);

    private static IEnumerable<Type?> OfMethod(MethodBase method) =>
        method
            .GetParameters()
            .Select(p => p.ParameterType)
            .Append((method as MethodInfo)?.ReturnType)
            .Concat(
                method.GetMethodBody() is { } body
                    ? body.LocalVariables.Select(v => v.LocalType).Concat(OfCode(method, body.GetILAsByteArray()!))
                    : []
            );

    private static IEnumerable<Type?> OfCode(MethodBase method, byte[] code)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length; )
        {
            var opCode = OpCodes[code[at] == 0xFE ? unchecked((short)((0xFE << 8) | code[at + 1])) : code[at]];
            at += opCode.Size;
            if (
                opCode.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod) switch
                {
                    Type type => type,
                    MemberInfo member => member.DeclaringType,
                    _ => null,
                };
            }

            at += SizeOf(opCode.OperandType, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];
}
