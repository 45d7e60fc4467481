package org.karyon.hostile.instrumented;

import java.lang.instrument.Instrumentation;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** Makes every method of the readers ask whether it is to fail. */
public final class FaultAgent {

  private static final String FAULT = "org/karyon/hostile/instrumented/Fault";

  private FaultAgent() {}

  /** Called by the virtual machine before main. */
  public static void premain(String unused, Instrumentation instrumentation) {
    instrumentation.addTransformer(new Transformer());
  }

  private static final class Transformer implements Rewriting {

    @Override
    public boolean rewrites(String name) {
      return name.startsWith("org/karyon/reading/") && !name.contains("FaultSearch");
    }

    @Override
    public ClassVisitor visitor(ClassWriter writer, String name) {
      return new Asking(writer, name);
    }
  }

  private static final class Asking extends ClassVisitor {

    private final String className;

    Asking(ClassWriter writer, String className) {
      super(Opcodes.ASM9, writer);
      this.className = className;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      Type[] types = Type.getArgumentTypes(descriptor);
      boolean noCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0;
      if (noCode || types.length == 0) {
        return method;
      }
      return new MethodVisitor(Opcodes.ASM9, method) {
        @Override
        public void visitCode() {
          super.visitCode();
          visitLdcInsn(className.substring("org/karyon/reading/".length()) + '.' + name);
          visitIntInsn(Opcodes.BIPUSH, types.length);
          visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
          int local = (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
          for (int index = 0; index < types.length; index++) {
            if (types[index].getSort() >= Type.ARRAY) {
              visitInsn(Opcodes.DUP);
              visitIntInsn(Opcodes.BIPUSH, index);
              visitVarInsn(Opcodes.ALOAD, local);
              visitInsn(Opcodes.AASTORE);
            }
            local += types[index].getSize();
          }
          visitMethodInsn(
              Opcodes.INVOKESTATIC,
              FAULT,
              "check",
              "(Ljava/lang/String;[Ljava/lang/Object;)V",
              false);
        }
      };
    }
  }
}
