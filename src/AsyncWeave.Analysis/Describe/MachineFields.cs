using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>The instance fields that a state machine itself declares.</summary>
internal sealed class MachineFields
{
    private readonly OpenedModule module;
    private readonly List<MachineField> fields = [];

    public MachineFields(OpenedModule module, TypeDefinitionHandle stateMachine)
    {
        this.module = module;
        var parameters = new GenericNames(module.Metadata, stateMachine, default);
        var isResumable = IsResumable(stateMachine);
        foreach (var handle in module.Metadata.GetTypeDefinition(stateMachine).GetFields())
        {
            var field = module.Metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Static) != 0)
                continue;
            var name = module.Text(field.Name);
            var type = module.Signatures.OfField(field.Signature);
            fields.Add(new MachineField((uint)MetadataTokens.GetToken(handle), name, NamedRole.Of(name, ElementName.SimpleOf(type, parameters), isResumable), type));
        }
    }

    /// <summary>Null where no field is the builder.</summary>
    public MachineField? Builder => Find(candidate => candidate.Role.Role == FieldRole.Builder);

    public bool Any(FieldRole role) => fields.Exists(field => field.Role.Role == role);

    /// <summary>Null for a field that a base class declares, whose token is another module's.</summary>
    public MachineField? Find(uint token, string name) => Find(candidate => candidate.Token == token && candidate.Name == name);

    private MachineField? Find(Predicate<MachineField> wanted) => fields.FindIndex(wanted) is >= 0 and var index ? fields[index] : null;

    private bool IsResumable(TypeDefinitionHandle type) => module.Metadata.GetTypeDefinition(type).GetInterfaceImplementations()
        .Select(handle => module.Metadata.GetInterfaceImplementation(handle).Interface)
        .Any(contract => FSharpFieldRoles.IsResumable(module.Signatures.OfType(contract).SimpleName));
}
